import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { checkConnection, type ConnectionReport } from '../../lib/odoo/check-connection';
import { connectOdoo } from '../../lib/odoo/connect';
import { credentialTestFailure } from './credential-test-failure';
import { odooConnectionFrom } from './odoo-connection';

/** Signs in and tells version, user and missing rights. */
export async function odooForWechatApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		return result(
			await checkConnection(await connectOdoo(odooConnectionFrom(credential.data ?? {}))),
		);
	} catch (error) {
		return credentialTestFailure(error);
	}
}

function result({
	version,
	protocol,
	user,
	missingRights,
}: ConnectionReport): INodeCredentialTestResult {
	const connected = `Connected to Odoo ${version} as ${user} over ${protocol === 'json2' ? 'JSON-2' : 'XML-RPC'}.`;
	if (missingRights.length === 0) return { status: 'OK', message: connected };
	const rights = missingRights.map((right) => `"${right}"`).join(', ');
	return {
		status: 'Error',
		message: `${connected} The user needs ${rights}: an administrator adds them in Odoo under Settings → Users & Companies → Users → ${user} → Access Rights.`,
	};
}
