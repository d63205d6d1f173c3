import { theme } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';
import type { ReportTable } from '../../shared/api';
import type { Series } from './series';

register([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const ROW = 30;
const AROUND = 76;
const LINES_HEIGHT = 260;
const COLOURS = ['--used', '--transit', '--good', '--bad'] as const;
const MARKS = ['circle', 'diamond', 'triangle', 'rect'] as const;

interface Props {
  kind: ReportTable['chart']['kind'];
  label: string;
  series: Series;
}

/** A picture of a table that stands beside it: one image to a reader of the screen, patterns and marks beside the colours. */
export default function ReportChart({ kind, label, series }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const { token } = theme.useToken();
  const height =
    kind === 'lines'
      ? LINES_HEIGHT
      : AROUND + ROW * series.categories.length * (kind === 'bars' ? 0.6 + 0.4 * series.lines.length : 1);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    const text = { color: token.colorText, fontFamily: token.fontFamily };
    const faint = { lineStyle: { color: token.colorBorderSecondary } };
    const names = {
      type: 'category' as const,
      data: series.categories,
      axisLabel: { ...text, width: 130, overflow: 'truncate' as const },
      axisLine: faint,
      axisTick: { show: false },
    };
    const figures = { type: 'value' as const, minInterval: 1, axisLabel: text, splitLine: faint };
    chart.current?.setOption(
      {
        animation: false,
        textStyle: text,
        color: COLOURS.map((name) => style.getPropertyValue(name).trim()),
        aria: {
          enabled: true,
          label: { enabled: false },
          decal: { show: kind !== 'lines' && series.lines.length > 1 },
        },
        legend: {
          show: series.lines.length > 1,
          top: 0,
          left: 0,
          textStyle: text,
          inactiveColor: token.colorTextDisabled,
        },
        grid: { top: 36, left: 8, right: 32, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          backgroundColor: token.colorBgElevated,
          borderColor: token.colorBorder,
          textStyle: text,
        },
        xAxis: kind === 'lines' ? names : figures,
        yAxis: kind === 'lines' ? figures : { ...names, inverse: true },
        series: series.lines.map(({ name, values }, i) =>
          kind === 'lines'
            ? {
                type: 'line',
                name,
                data: values,
                symbol: MARKS[i],
                symbolSize: 9,
                lineStyle: { width: 2, type: i === 0 ? 'solid' : 'dashed' },
              }
            : { type: 'bar', name, data: values, barMaxWidth: 18, ...(kind === 'stacked' && { stack: 'all' }) },
        ),
      },
      { notMerge: true },
    );
    chart.current?.resize();
  }, [kind, series, token, height]);
  return <div ref={place} role="img" aria-label={label} className="report-chart" style={{ height }} />;
}
