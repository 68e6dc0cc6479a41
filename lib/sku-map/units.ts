/** A unit of measure of Odoo's. */
export interface Unit {
	/** Database id of the `uom.uom`. */
	id: number;
	name: string;
	/** What units that can be turned into each other have in common. */
	family: number;
	/** How many of the family's base unit it holds, e.g. 12 for a dozen. */
	factor: number;
}

/** The unit of that name in the family of a product's own unit; undefined where there is none, or more than one. */
export function unitOf(name: string, ownId: number | undefined, units: Unit[]): Unit | undefined {
	const own = units.find(({ id }) => id === ownId);
	const fitting = units.filter((unit) => unit.name === name && unit.family === own?.family);
	return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * How many of the product's own unit a quantity in a named unit is.
 *
 * @param ownId the product's own unit
 * @returns undefined where no unit of that name, or more than one, belongs to the product's family
 */
export function inOwnUnit(
	quantity: number,
	name: string,
	ownId: number | undefined,
	units: Unit[],
): number | undefined {
	if (name === '') return quantity;
	const own = units.find(({ id }) => id === ownId);
	const only = unitOf(name, ownId, units);
	if (!own || !only) return undefined;
	const converted = (quantity * only.factor) / own.factor;
	// Odoo keeps factors as floats: 1/12 of them are no exact numbers.
	const whole = Math.round(converted);
	return Math.abs(converted - whole) < 1e-6 ? whole : converted;
}
