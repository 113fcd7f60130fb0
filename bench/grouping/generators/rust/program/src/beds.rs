use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::fs;
use std::num::ParseFloatError;

#[derive(Debug)]
pub enum BedError {
    Missing(u32),
    TooDry { bed: u32, percent: f64 },
    Reading(ParseFloatError),
}

impl fmt::Display for BedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BedError::Missing(bed) => write!(f, "bed {bed} does not exist"),
            BedError::TooDry { bed, percent } => write!(f, "bed {bed} is at {percent:.1}% moisture"),
            BedError::Reading(_) => f.write_str("sensor reading is not a number"),
        }
    }
}

impl Error for BedError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            BedError::Reading(inner) => Some(inner),
            _ => None,
        }
    }
}

#[derive(Default)]
pub struct Greenhouse {
    beds: HashMap<u32, f64>,
    pub pump: RefCell<Vec<u32>>,
}

impl Greenhouse {
    #[inline(never)]
    pub fn moisture(&self, bed: u32) -> Result<f64, BedError> {
        self.beds.get(&bed).copied().ok_or(BedError::Missing(bed))
    }

    #[inline(never)]
    pub fn water(&mut self, bed: u32, text: &str) -> Result<(), BedError> {
        let percent: f64 = text.parse().map_err(BedError::Reading)?;
        if percent < 20.0 {
            return Err(BedError::TooDry { bed, percent });
        }
        self.beds.insert(bed, percent);
        Ok(())
    }

    #[inline(never)]
    pub fn must_have(&self, bed: u32) -> f64 {
        self.beds[&bed]
    }

    #[inline(never)]
    pub fn pump_twice(&self) {
        let first = self.pump.borrow_mut();
        self.pump.borrow_mut().push(first.len() as u32);
    }
}

#[inline(never)]
pub fn plan(path: &str) -> String {
    fs::read_to_string(path).expect("the planting plan is there")
}

#[inline(never)]
pub fn harvest(rows: &[u32], row: usize) -> u32 {
    rows[row]
}

#[inline(never)]
pub fn per_plant(litres: u32, plants: u32) -> u32 {
    litres / plants
}

#[inline(never)]
pub fn gardener(of: Option<&str>) -> &str {
    of.unwrap()
}

#[inline(never)]
pub fn season(month: u32) -> &'static str {
    match month {
        3..=5 => "spring",
        6..=8 => "summer",
        _ => unreachable!("no season for month {month}"),
    }
}

#[inline(never)]
pub fn roof(open: bool, wind: u32) {
    assert!(!open, "roof is open at wind {wind}");
}

#[inline(never)]
pub fn balance(sown: usize, counted: usize) {
    assert_eq!(sown, counted);
}

#[inline(never)]
pub fn graft(depth: u32) -> u32 {
    if depth == 0 {
        todo!("graft of roots");
    }
    graft(depth - 1) + 1
}

pub fn each<T>(items: &[T], visit: impl Fn(&T)) {
    items.iter().for_each(visit);
}
