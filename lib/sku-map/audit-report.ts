import type { Finding } from './audit';
import { groupBy } from '../core/collections';

const TITLES: Record<Finding['finding'], string> = {
	not_mapped: 'Listed in WeChat, but not mapped: their orders stay drafts',
	unusable: 'Mapped, but cannot be sold: their orders stay drafts',
	duplicate: 'In several rows that are valid at the same time: their orders stay drafts',
	not_listed: 'Mapped, but not listed in WeChat',
	never_sold: 'Never sold through WeChat',
};
/** Findings of one kind in the report. */
const MAX_FINDINGS = 20;

/** The findings as text for people, the urgent ones first. */
export function auditReport(
	findings: Finding[],
	{ skus, compared }: { skus: number; compared: boolean },
): string {
	const kinds = groupBy<Finding, string>(findings, ({ finding }) => finding);
	const sections = Object.entries(TITLES).flatMap(([kind, title]) => {
		const found = kinds.get(kind) ?? [];
		if (found.length === 0) return [];
		const lines = found.slice(0, MAX_FINDINGS).map(({ message, suggestions = [] }) => {
			const hints = suggestions.map(({ name, because }) => `${name} (${because})`);
			return `- ${message}${hints.length > 0 ? ` Perhaps: ${hints.join('; ')}.` : ''}`;
		});
		const more = found.length > MAX_FINDINGS ? [`- and ${found.length - MAX_FINDINGS} more`] : [];
		return [`${title} (${found.length})\n${[...lines, ...more].join('\n')}`];
	});
	const table = `The SKU table has ${skus} SKUs.`;
	const listing = compared
		? ''
		: ' It was not compared with a listing, because the node received none.';
	const intro = findings.length === 0 ? `${table}${listing} Nothing to do.` : `${table}${listing}`;
	return [intro, ...sections].join('\n\n');
}
