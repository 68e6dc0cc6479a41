import { explain, IntegrationError } from '../../lib/core/errors';

/** Why a command failed, for its last line: with cause and next step where they are known. */
export function reasonOf(error: unknown): string {
	if (error instanceof IntegrationError) return explain(error);
	return error instanceof Error ? error.message : String(error);
}
