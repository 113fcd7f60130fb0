package depot

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	pkgerrors "github.com/pkg/errors"
)

var ErrFull = errors.New("depot: no bay is free")

type Parcel struct {
	ID     string
	Weight float64
	Owner  *Owner
	Stops  []string
}

type Owner struct{ Name string }

type OverweightError struct {
	ID    string
	Limit float64
}

func (e *OverweightError) Error() string {
	return fmt.Sprintf("parcel %s is heavier than %.1f kg", e.ID, e.Limit)
}

type Depot struct {
	bays map[string]*Parcel
	free int
}

func New(free int) *Depot { return &Depot{bays: map[string]*Parcel{}, free: free} }

func (d *Depot) Store(p *Parcel) error {
	if d.free == 0 {
		return ErrFull
	}
	if p.Weight > 40 {
		return &OverweightError{p.ID, 40}
	}
	d.bays[p.ID] = p
	return nil
}

func (d *Depot) Find(id string) (*Parcel, error) {
	p, ok := d.bays[id]
	if !ok {
		return nil, pkgerrors.Errorf("parcel %s is not in this depot", id)
	}
	return p, nil
}

func (d *Depot) Move(id, bay string) error {
	p, err := d.Find(id)
	if err != nil {
		return pkgerrors.Wrap(err, "move "+bay)
	}
	d.bays[bay] = p
	return nil
}

func (d *Depot) Index() {
	var shelves map[string]int
	shelves["a"] = d.free
}

func OwnerName(p *Parcel) string { return strings.ToUpper(p.Owner.Name) }

func Stop(p *Parcel, n int) string { return p.Stops[n] }

func ReadManifest(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("manifest: %w", err)
	}
	return data, nil
}

func ParseManifest(text string) (p Parcel, err error) {
	err = json.Unmarshal([]byte(text), &p)
	return
}

func ParseBay(text string) (int, error) { return strconv.Atoi(text) }

func Ratio(parcels, bays int) int { return parcels / bays }

func Arrival(text string) (time.Time, error) { return time.Parse(time.RFC3339, text) }

func Closed(jobs chan int) {
	close(jobs)
	jobs <- 1
}

func AsOwner(v any) *Owner { return v.(*Owner) }
