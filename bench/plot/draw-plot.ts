import * as echarts from 'echarts'
import type { EChartsCoreOption } from 'echarts'
import type { Panel, Plot } from './plot.ts'

export const font = 'DejaVu Sans'

const panelWidth = 420
const height = 380
const margin = { left: 78, right: 24, top: 118, bottom: 62 }
const ink = '#24292f'
const faint = '#d8dee4'
/** Told apart by people who do not see all colours (Okabe and Ito); the first is ours. */
const colours = ['#0072b2', '#e69f00', '#999999', '#009e73', '#cc79a7', '#d55e00']

/** The plot as a text of SVG. A series has the same colour in all panels. */
export function drawPlot(plot: Plot): string {
  const width = panelWidth * plot.panels.length
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(optionOf(plot))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

function optionOf({ title, subtitle = '', panels }: Plot): EChartsCoreOption {
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))]
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { fontFamily: font, color: ink },
    legend: { data: names, top: 58, left: 16, itemGap: 18, textStyle: { color: ink } },
    title: [
      { text: title, subtext: subtitle, left: 12, top: 8, textStyle: { fontSize: 16, color: ink } },
      ...panels.map((panel, index) => ({
        text: panel.title,
        left: panelWidth * index + margin.left,
        top: 88,
        textStyle: { fontSize: 12, color: ink },
      })),
    ],
    grid: panels.map((_, index) => ({
      left: panelWidth * index + margin.left,
      width: panelWidth - margin.left - margin.right,
      top: margin.top,
      bottom: margin.bottom,
    })),
    xAxis: panels.map((panel, gridIndex) => ({ gridIndex, ...xAxisOf(panel) })),
    yAxis: panels.map((panel, gridIndex) => ({
      gridIndex,
      type: panel.yScale === 'log' ? 'log' : 'value',
      name: panel.yName,
      nameLocation: 'middle',
      nameGap: 56,
      axisLabel: { color: ink },
      nameTextStyle: { color: ink },
      splitLine: { lineStyle: { color: faint } },
      max: ({ max }: { max: number }) => (panel.goal && panel.goal.value > max ? panel.goal.value : null),
    })),
    series: panels.flatMap((panel, index) => seriesOf(panel, index, names)),
  }
}

function xAxisOf(panel: Panel): object {
  const shared = { axisLabel: { color: ink, hideOverlap: true }, axisTick: { show: panel.kind === 'lines' } }
  if (panel.kind === 'bars') return { ...shared, type: 'category', data: panel.categories }
  const named = { name: panel.xName, nameLocation: 'middle', nameGap: 32, nameTextStyle: { color: ink } }
  return { ...shared, ...named, type: panel.xScale === 'log' ? 'log' : 'value', splitLine: { show: false } }
}

function seriesOf(panel: Panel, index: number, names: string[]): object[] {
  const drawn = panel.series.map((series) => ({
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
  return drawn.map((series, at) => (at === 0 && panel.goal ? { ...series, ...goalLine(panel.goal) } : series))
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
