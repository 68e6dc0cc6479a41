import type { Finding } from './audit';
import { groupBy } from '../core/collections';

const TITLES: Record<Finding['finding'], string> = {
	not_mapped: 'Listed in WeChat, but not mapped: orders of these wait as drafts',
	unusable: 'Mapped, but not to be sold as it stands: orders of these wait as drafts',
	duplicate: 'In more than one row at the same time: orders of these wait as drafts',
	not_listed: 'Mapped, but not listed in WeChat',
	never_sold: 'Never sold through WeChat',
};
/** Nobody reads more of one kind. */
const MOST = 20;

/** The findings as a text for people, the urgent ones first. */
export function auditReport(
	findings: Finding[],
	{ skus, compared }: { skus: number; compared: boolean },
): string {
	const kinds = groupBy(findings, ({ finding }) => finding);
	const sections = Object.entries(TITLES).flatMap(([kind, title]) => {
		const found = kinds.get(kind) ?? [];
		if (found.length === 0) return [];
		const lines = found.slice(0, MOST).map(({ message, suggestions = [] }) => {
			const hints = suggestions.map(({ name, because }) => `${name} (${because})`);
			return `- ${message}${hints.length > 0 ? ` Perhaps: ${hints.join('; ')}.` : ''}`;
		});
		const more = found.length > MOST ? [`- and ${found.length - MOST} more`] : [];
		return [`${title} (${found.length})\n${[...lines, ...more].join('\n')}`];
	});
	const table = `The SKU table holds ${skus} SKUs.`;
	const listing = compared ? '' : ' It was not compared with a listing: none came in.';
	const intro = findings.length === 0 ? `${table}${listing} Nothing to do.` : `${table}${listing}`;
	return [intro, ...sections].join('\n\n');
}
