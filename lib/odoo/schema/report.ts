import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { inOneCall, type Failures } from './in-one-call';
import type { Piece } from './setup-step';

/** What became of one piece. */
export interface PieceReport {
	piece: string;
	purpose: string;
	/**
	 * `to_make`: not there, and the user may make it. `no_right`: the user may not. `by_trigger`: not there,
	 * and made by Odoo Trigger. `no_app`, `not_possible`: this Odoo lacks the app for it, or is too old.
	 */
	status:
		| 'exists'
		| 'made'
		| 'to_make'
		| 'no_right'
		| 'to_remove'
		| 'removed'
		| 'kept'
		| 'failed'
		| 'by_trigger'
		| 'no_app'
		| 'not_possible';
	/** What to do, or what was done, as a sentence. */
	message: string;
}

type Told = [status: PieceReport['status'], message: string];
type Look = (piece: Piece) => Promise<Told>;

/** Reports what there is to say of each piece. */
export async function reportEach(pieces: Piece[], look: Look): Promise<PieceReport[]> {
	const reports: PieceReport[] = [];
	for (const piece of pieces) reports.push(await reportOn(piece, look));
	return reports;
}

/**
 * Looks at all pieces, changes those of which there is nothing to say yet, and looks at these again. No look
 * comes between two changes: after each, every process of Odoo sets its models up anew before it answers.
 *
 * @param way makes or removes the pieces of one group
 */
export async function reportChanges(
	odoo: OdooClient,
	pieces: Piece[],
	way: (odoo: OdooClient, group: Piece[]) => Promise<Failures>,
	{ before, after }: { before(piece: Piece): Promise<Told | undefined>; after: Look },
): Promise<PieceReport[]> {
	const open = new Set<Piece>();
	const seen = await reportEach(pieces, async (piece) => {
		const told = await before(piece);
		if (!told) open.add(piece);
		return told ?? ['failed', ''];
	});
	const failures: Failures = new Map();
	for (const group of inOneCall(pieces)) {
		const toChange = group.filter((piece) => open.has(piece));
		for (const [piece, error] of await way(odoo, toChange)) failures.set(piece, error);
	}
	const changed = await reportEach([...open], async (piece) => {
		const failure = failures.get(piece);
		return failure ? await Promise.reject(failure) : await after(piece);
	});
	const told = new Map([...open].map((piece, index) => [piece, changed[index]]));
	return pieces.flatMap((piece, index) => told.get(piece) ?? seen[index] ?? []);
}

async function reportOn(piece: Piece, look: Look): Promise<PieceReport> {
	const [status, message] = await look(piece).catch((error: unknown): Told => {
		// A lost connection is no matter of the piece.
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return ['failed', `${error.message} ${error.nextStep}`];
	});
	return { piece: piece.name, purpose: piece.purpose, status, message };
}
