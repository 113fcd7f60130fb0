import { expect, it } from 'vitest'
import { drawPlot } from './draw-plot.ts'

it('shows titles, units, names and values, and the goal', () => {
  const svg = drawPlot({
    title: 'Of the whole',
    subtitle: 'Node 20',
    panels: [
      {
        kind: 'bars',
        title: 'Of one',
        yName: 'events/s',
        categories: ['small', 'large'],
        series: [{ name: 'ours', values: [417, null] }],
      },
      {
        kind: 'lines',
        title: 'Of the other',
        yName: 'ms',
        xName: 'issues',
        xScale: 'log',
        goal: { name: 'at most 5', value: 5 },
        series: [
          {
            name: 'theirs',
            points: [
              [100_000, 1],
              [10_000_000, 3],
            ],
          },
        ],
      },
    ],
  })
  const texts = new Set([...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text))
  for (const text of [
    'Of the whole',
    'Node 20',
    'Of one',
    'Of the other',
    'ours',
    'theirs',
    'events/s',
    'ms',
  ])
    expect(texts).toContain(text)
  for (const text of ['small', 'large', '417', 'issues', '100K', '10M', 'at most 5'])
    expect(texts).toContain(text)
})

it('names each of many bars, and is as wide as its title', () => {
  const categories = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
  const values = categories.map((_, index) => 10_000 + index)
  const title = 'A sentence of more than fifty letters that says what all of these bars are'
  const series = [{ name: 'ours', values }]
  const draw = (some: string[]) =>
    drawPlot({ title, panels: [{ kind: 'bars', title: '', yName: '', categories: some, series }] })
  for (const category of categories) expect(draw(categories)).toContain(`>${category}</text>`)
  const widthOf = (svg: string) => Number(/width="(\d+)"/.exec(svg)?.[1])
  expect(widthOf(draw(['one']))).toBeGreaterThan(title.length * 9)
})
