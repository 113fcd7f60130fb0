const { EventEmitter } = require('events')

/** @constructor */
function Device(id) {
  EventEmitter.call(this)
  this.id = id
}
Object.setPrototypeOf(Device.prototype, EventEmitter.prototype)

Device.prototype.open = function () {
  setImmediate(() => this.emit('error', new Error('device ' + this.id + ' went offline')))
}
Device.prototype.calibrate = function (cb) {
  var self = this
  setTimeout(function () {
    cb(self.offsets.x)
  }, 2)
}
Device.prototype.decode = function (frame) {
  return frame.readUInt16BE(frame.length)
}

exports.Device = Device
exports.firmwareUrl = function (host) {
  return new URL('/fw', host)
}
exports.legacyFail = function (code) {
  // eslint-disable-next-line no-throw-literal
  throw { code: code, detail: 'modem' }
}
exports.legacyText = function () {
  throw 'no dial tone'
}
exports.plan = function plan(steps) {
  return steps.length ? plan(steps.concat(steps[0])) : null
}
