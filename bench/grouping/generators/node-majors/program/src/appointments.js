'use strict'
const { randomUUID } = require('crypto')

class SlotTakenError extends Error {
  constructor(doctorId, at) {
    super(`Dr. #${doctorId} is already booked at ${at.toISOString()}`)
    this.name = 'SlotTakenError'
    this.code = 'SLOT_TAKEN'
  }
}

class NotFound extends Error {}

class AppointmentService {
  constructor(repo, clock) {
    this.repo = repo
    this.clock = clock
  }

  async book({ patient, doctor, at }) {
    const existing = await this.repo.at(doctor, at)
    if (existing) throw new SlotTakenError(doctor, at)
    return this.repo.insert({ id: randomUUID(), patient, doctor, at })
  }

  async cancel(id) {
    const row = await this.repo.byId(id)
    if (!row) throw new NotFound(`Appointment ${id} not found`)
    if (row.at < this.clock()) throw new Error('Cannot cancel an appointment in the past')
    return this.repo.remove(id)
  }

  async reschedule(id, at) {
    const row = await this.repo.byId(id)
    return this.book({ ...row, at })
  }

  async reminder(id) {
    const row = await this.repo.byId(id)
    return `Hello ${row.patient.contact.firstName}, see you soon.`
  }

  summary(rows) {
    return rows.map((row) => row.doctor.name.toUpperCase()).join(', ')
  }
}

module.exports = { AppointmentService, SlotTakenError, NotFound }
