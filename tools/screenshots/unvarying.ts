import type { Page } from 'playwright-core';

/** What is another text in every run, and what a picture shows in its place. */
const VARYING: Array<[varies: RegExp, shown: string]> = [
	[/https?:\/\/(127\.0\.0\.1|localhost):\d+/, 'https://n8n.example.com'],
	[/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '5c1f2a3e-1111-4111-8111-000000000001'],
	[/\b[A-Z][a-z]{2} \d{1,2}, (?=\d\d:)/, 'Nov 11, '],
	[/\b\d\d:\d\d:\d\d\b/, '20:00:00'],
	[/\b\d\d\/\d\d\/20\d\d\b/, '11/22/2026'],
	[/\bMALL\d{20}\b/, 'MALL20261122000000000001'],
	[/\b42000\d{23}\b/, '4200002761202611221234567890'],
	// How long a run took is told where it is measured.
	[/\bin \d+(\.\d+)?(ms|s)\b/, ''],
	[/\bVersion [0-9a-f]{8}\b/, 'Version 5c1f2a3e'],
	[/\b\d+(\.\d+)? (ms|s)\b/, '…'],
];

/** What comes and goes by itself. */
const HIDDEN = '.el-notification, [data-test-id="canvas-controls"] { opacity: 0 !important }';

/**
 * Puts fixed texts in the place of addresses, ids and times, and hides what comes and goes by itself, so
 * that a picture changes only with what it shows.
 */
export async function showUnvarying(page: Page): Promise<void> {
	const patterns = VARYING.map(([varies, shown]) => [varies.source, shown]);
	await page.evaluate(`
		const hiding = document.getElementById('hidden-in-pictures') ?? document.createElement('style');
		hiding.id = 'hidden-in-pictures';
		hiding.textContent = ${JSON.stringify(HIDDEN)};
		document.body.append(hiding);
		const shown = (text) =>
			${JSON.stringify(patterns)}.reduce(
				(soFar, [varies, fixed]) => soFar.replace(new RegExp(varies, 'g'), fixed),
				text,
			);
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const node = texts.currentNode;
			if (shown(node.nodeValue) !== node.nodeValue) node.nodeValue = shown(node.nodeValue);
		}
		for (const field of document.querySelectorAll('input')) {
			if (shown(field.value) !== field.value) field.value = shown(field.value);
		}
	`);
}
