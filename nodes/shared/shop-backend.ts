import { randomUUID } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { askShop, type CallStamp, type ShopBackend } from '../../lib/shop-backend/ask';
import { credentialTestFailure } from './credential-test-failure';

/** WeChat waits five seconds for all of a run: the shop gets a part of them. */
const TIMEOUT_MS = 3_000;

/** The credential's fields as `lib` names them. */
export function shopBackendFrom(
	credential: ICredentialDataDecryptedObject,
	timeoutMs = TIMEOUT_MS,
): ShopBackend {
	return {
		url: String(credential.url ?? '').trim(),
		secret: String(credential.secret ?? ''),
		timeoutMs,
	};
}

export const callStamp = (): CallStamp => ({ id: `msg_${randomUUID()}`, now: Date.now() });

/** Sends the contract's `ping`, which proves address, secret and clocks. */
export async function shopBackendApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const answer = await askShop(shopBackendFrom(credential.data ?? {}), 'ping', {}, callStamp());
		if (answer) return { status: 'OK', message: 'The shop backend answered.' };
		return { status: 'Error', message: 'Nothing answers at this address (404): correct the URL.' };
	} catch (error) {
		return credentialTestFailure(error);
	}
}
