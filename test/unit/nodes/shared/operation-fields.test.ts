import { displayParameter, type INode } from 'n8n-workflow';

import { dryRunField, inputNotice, operationMenu } from '../../../../nodes/shared/operation-fields';

const isShown = (
	field: Parameters<typeof displayParameter>[1],
	resource: string,
	operation: string,
) => displayParameter({ resource, operation }, field, {} as INode, null);

it('is shown for the operations that write, and off at first', () => {
	const field = dryRunField('order', ['cancel', 'refund'], 'Odoo');
	expect(field.default).toBe(false);
	expect(isShown(field, 'order', 'refund')).toBe(true);
	expect(isShown(field, 'order', 'get')).toBe(false);
	expect(isShown(field, 'setUp', 'cancel')).toBe(false);
});

it('is shown with menu and notice of the same resource', () => {
	expect(isShown(operationMenu('order', [], 'get'), 'order', 'get')).toBe(true);
	expect(isShown(operationMenu('order', [], 'get'), 'setUp', 'run')).toBe(false);
	expect(isShown(inputNotice('order', 'get', 'Input'), 'order', 'get')).toBe(true);
	expect(isShown(inputNotice('order', 'get', 'Input'), 'order', 'cancel')).toBe(false);
});
