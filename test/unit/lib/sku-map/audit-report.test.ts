import type { Finding } from '../../../../lib/sku-map/audit';
import { auditReport } from '../../../../lib/sku-map/audit-report';

const found = (finding: Finding['finding'], sku: string, more: object = {}) =>
	({ finding, sku, message: `${sku} is ${finding}.`, ...more }) as Finding;

it('says that there is nothing to do, and whether a listing was compared', () => {
	expect(auditReport([], { skus: 3, compared: true })).toBe(
		'The SKU table has 3 SKUs. Nothing to do.',
	);
	expect(auditReport([], { skus: 3, compared: false })).toContain('not compared with a listing');
});

it('begins with what keeps orders drafts, and adds suggestions', () => {
	const suggestions = [{ name: 'TEE', because: 'one letter differs' }];
	const text = auditReport(
		[found('never_sold', 'OLD'), found('not_mapped', 'TEA', { suggestions })],
		{ skus: 3, compared: true },
	);
	expect(text.indexOf('not mapped: their orders')).toBeLessThan(text.indexOf('Never sold'));
	expect(text).toContain('- TEA is not_mapped. Perhaps: TEE (one letter differs).');
});

it('lists 20 findings of a kind and counts the others', () => {
	const many = Array.from({ length: 23 }, (_, index) => found('never_sold', `S${index}`));
	const text = auditReport(many, { skus: 23, compared: true });
	expect(text).toContain('(23)');
	expect(text.match(/^- S/gm)).toHaveLength(20);
	expect(text).toContain('- and 3 more');
});
