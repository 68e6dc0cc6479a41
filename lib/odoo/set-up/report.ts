import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { inOneCall, type Failures } from './in-one-call';
import type { Piece } from './piece';

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
 * Changes the pieces of which there is nothing to say before, those together that can be, and reports.
 *
 * @param way makes or removes the pieces of one group
 */
export async function reportChanges(
	odoo: OdooClient,
	pieces: Piece[],
	way: (odoo: OdooClient, group: Piece[]) => Promise<Failures>,
	{ before, after }: { before(piece: Piece): Promise<Told | undefined>; after: Look },
): Promise<PieceReport[]> {
	const reports = new Map<Piece, PieceReport>();
	for (const group of inOneCall(pieces)) {
		const open: Piece[] = [];
		const lookBefore: Look = async (piece) => {
			const told = await before(piece);
			if (!told) open.push(piece);
			return told ?? ['failed', ''];
		};
		for (const piece of group) reports.set(piece, await reportOn(piece, lookBefore));
		const failures = await way(odoo, open);
		const lookAfter: Look = async (piece) => {
			const failure = failures.get(piece);
			return failure ? await Promise.reject(failure) : await after(piece);
		};
		for (const piece of open) reports.set(piece, await reportOn(piece, lookAfter));
	}
	return pieces.flatMap((piece) => reports.get(piece) ?? []);
}

async function reportOn(piece: Piece, look: Look): Promise<PieceReport> {
	const [status, message] = await look(piece).catch((error: unknown): Told => {
		// A lost connection is no matter of the piece.
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return ['failed', `${error.message} ${error.nextStep}`];
	});
	return { piece: piece.name, purpose: piece.purpose, status, message };
}
