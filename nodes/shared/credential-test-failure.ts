import type { INodeCredentialTestResult } from 'n8n-workflow';

import { IntegrationError } from '../../lib/core/errors';

/** What a credential's test button says when the test failed. */
export function credentialTestFailure(error: unknown): INodeCredentialTestResult {
	const message =
		error instanceof IntegrationError
			? `${error.message} ${error.likelyCause} ${error.nextStep}`
			: 'The test could not be run: look into the log of n8n.';
	return { status: 'Error', message };
}
