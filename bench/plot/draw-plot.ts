import * as echarts from 'echarts'
import type { EChartsCoreOption } from 'echarts'
import type { BarPanel, Panel, Plot } from './plot.ts'

export const font = 'DejaVu Sans'

const panelHeight = 300
const leastWidth = 430
/** Of a bar, so that the numbers on two of them stand beside each other, and of a category, whose name is broken. */
const [barWidth, categoryWidth] = [44, 76]
/** Of a letter of the title. */
const letterWidth = 10
const headHeight = 84
const margin = { left: 78, right: 24, top: 34, bottom: 52 }
/** Of an axis above its goal. */
const headroom = 1.12
const ink = '#24292f'
const faint = '#d8dee4'
/** Told apart by people who do not see all colours (Okabe and Ito); the first is ours. */
const colours = ['#0072b2', '#e69f00', '#999999', '#009e73', '#cc79a7', '#d55e00']

/** The plot as a text of SVG. A series has the same colour in all panels. */
export function drawPlot(plot: Plot): string {
  const columns = columnsOf(plot)
  const width = panelWidthOf(plot) * columns
  const height = headHeight + panelHeight * Math.ceil(plot.panels.length / columns)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(optionOf(plot))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** No more than three in a row, so that a page still shows them legibly. */
function columnsOf({ panels }: Plot): number {
  if (panels.length <= 3) return panels.length
  return panels.length % 3 === 0 ? 3 : 2
}

/** All are as wide as the one with the most bars, and as the title needs. */
function panelWidthOf(plot: Plot): number {
  const areas = plot.panels.map((each) =>
    each.kind === 'bars' ? each.categories.length * categoryWidthOf(each) : 0,
  )
  return Math.max(
    leastWidth,
    margin.left + margin.right + Math.max(...areas),
    (plot.title.length * letterWidth + margin.right) / columnsOf(plot),
  )
}

function categoryWidthOf({ series }: Panel): number {
  return Math.max(categoryWidth, barWidth * (series.length + 0.5))
}

/** Of the area of its axes. */
function placeOf(index: number, { columns, width }: { columns: number; width: number }) {
  const [column, row] = [index % columns, Math.floor(index / columns)]
  return { left: width * column + margin.left, top: headHeight + panelHeight * row + margin.top }
}

function optionOf(plot: Plot): EChartsCoreOption {
  const { title, subtitle = '', panels } = plot
  const shape = { columns: columnsOf(plot), width: panelWidthOf(plot) }
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))]
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { fontFamily: font, color: ink },
    legend: { data: names, top: 58, left: 16, itemGap: 18, textStyle: { color: ink } },
    title: [
      { text: title, subtext: subtitle, left: 12, top: 8, textStyle: { fontSize: 16, color: ink } },
      ...panels.map(({ title: text }, index) => {
        const { left, top } = placeOf(index, shape)
        return { text, left, top: top - margin.top + 4, textStyle: { fontSize: 12, color: ink } }
      }),
    ],
    grid: panels.map((_, index) => ({
      ...placeOf(index, shape),
      width: shape.width - margin.left - margin.right,
      height: panelHeight - margin.top - margin.bottom,
    })),
    xAxis: panels.map((each, gridIndex) => ({ gridIndex, ...xAxisOf(each) })),
    yAxis: panels.map((each, gridIndex) => ({ gridIndex, ...yAxisOf(each) })),
    series: panels.flatMap((each, index) => seriesOf(each, index, names)),
  }
}

function yAxisOf({ yScale, yName, goal, series }: Panel): object {
  const values = series.flatMap((each) => ('points' in each ? each.points.map(([, y]) => y) : each.values))
  const goalAbove = goal !== undefined && values.every((value) => value === null || value < goal.value)
  return {
    type: yScale === 'log' ? 'log' : 'value',
    name: yName,
    nameLocation: 'middle',
    nameGap: 56,
    axisLabel: { color: ink, formatter: shorten, showMaxLabel: !goalAbove },
    nameTextStyle: { color: ink },
    splitLine: { lineStyle: { color: faint } },
    // Room for the number on the highest bar, and for the goal's name.
    ...(goalAbove ? { max: goal.value * headroom } : { boundaryGap: [0, '8%'] }),
  }
}

/** 10,000,000 becomes 10M. */
function shorten(value: number): string {
  return value.toLocaleString('en', { notation: Math.abs(value) < 10_000 ? 'standard' : 'compact' })
}

function xAxisOf(of: Panel): object {
  if (of.kind === 'bars') return categoriesOf(of)
  const shared = {
    axisLabel: { color: ink, hideOverlap: true, formatter: shorten },
    axisTick: { show: true },
  }
  const named = { name: of.xName, nameLocation: 'middle', nameGap: 32, nameTextStyle: { color: ink } }
  return { ...shared, ...named, type: of.xScale === 'log' ? 'log' : 'value', splitLine: { show: false } }
}

/** Each has its name, in several lines if need be: its letters are wider than the program that breaks it thinks. */
function categoriesOf(of: BarPanel): object {
  const axisLabel = { color: ink, interval: 0, width: 0.75 * categoryWidthOf(of), overflow: 'break' }
  return { type: 'category', data: of.categories, axisLabel, axisTick: { show: false } }
}

function seriesOf({ series: all, goal }: Panel, index: number, names: string[]): object[] {
  const drawn = all.map((series) => ({
    name: series.name,
    xAxisIndex: index,
    yAxisIndex: index,
    itemStyle: { color: colours[names.indexOf(series.name) % colours.length] },
    ...('points' in series
      ? { type: 'line', data: series.points, symbolSize: 6 }
      : {
          type: 'bar',
          data: series.values,
          barMaxWidth: 44,
          label: { show: true, position: 'top', color: ink, fontSize: 11, formatter: labelOf },
        }),
  }))
  return drawn.map((series, at) => (at === 0 && goal ? { ...series, ...goalLine(goal) } : series))
}

function goalLine({ name, value }: { name: string; value: number }): object {
  return {
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: '#d1242f', type: 'dashed' },
      label: { formatter: name, position: 'insideEndTop', color: '#d1242f' },
      data: [{ yAxis: value }],
    },
  }
}

function labelOf({ value }: { value: number }): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 6 })
}
