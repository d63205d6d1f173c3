import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
  JSON.stringify(violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html.slice(0, 200)) }))))`;

export interface Finding {
  id: string;
  impact: string | null;
  at: string[];
}

/** What axe finds serious or critical on the page as it stands. The policy of the page lets no script in, so it comes over the debugger. */
export async function seriousFindings(page: Page): Promise<Finding[]> {
  const session = await page.context().newCDPSession(page);
  const { result: there } = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (there.value === 'undefined') await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: RUN,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const findings = JSON.parse(String(result.value)) as Finding[];
  return findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}
