import { Component } from 'react'

export class MapPane extends Component {
  componentDidMount() {
    this.map = this.attach(this.props.container)
  }

  attach(id) {
    const node = document.getElementById(id)
    if (!node) throw new Error(`Map container ${id} not found.`)
    return node
  }

  render() {
    return this.props.zoom > 20 ? this.tooClose() : <div />
  }

  tooClose() {
    throw new RangeError('zoom level ' + this.props.zoom + ' exceeds tiles of provider')
  }
}
