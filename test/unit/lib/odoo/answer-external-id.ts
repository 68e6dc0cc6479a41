import { IntegrationError } from '../../../../lib/core/errors';
import type { MadeCall } from './fake-odoo';

export const externalIdUnknown = () =>
	new IntegrationError({
		...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
	});

/**
 * Odoo's answer to the look-up of an external id, and undefined to any other call.
 *
 * @param ids model and database id by external id
 */
export function answerExternalId(
	{ method, params }: MadeCall,
	ids: Record<string, [model: string, id: number]>,
): [string, number] | undefined {
	if (method !== 'check_object_reference') return undefined;
	const found = ids[`${String(params?.module)}.${String(params?.xml_id)}`];
	if (!found) throw externalIdUnknown();
	return found;
}
