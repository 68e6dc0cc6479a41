/** Makes databases of a running Odoo out of others. */
export interface OdooDatabases {
	/** Copies a database and its attachments; whoever is connected to the original is disconnected. */
	copy(from: string, to: string): Promise<void>;
	drop(name: string): Promise<void>;
	/** Installs further apps in a database that nobody uses yet. */
	install(name: string, modules: string[]): Promise<void>;
}

/** `sh -c` script: `$1` is Odoo's configuration file, `$2` the database, `$3` the modules with commas, `$4` the option without demonstration records. */
export const INSTALL_MODULES =
	'odoo -c "$1" -d "$2" -i "$3" "$4" --workers 0 --no-http --stop-after-init';

/** `sh -c` script: `$1` is the folder of PostgreSQL's socket, `$2` the original, `$3` the copy. */
export const COPY_DATABASE = [
	'PATH=$(echo /usr/lib/postgresql/*/bin):$PATH',
	'sessions="SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \'$2\'"',
	'psql -q -h "$1" -U odoo -d postgres -c "$sessions" >/dev/null',
	'createdb -h "$1" -U odoo -T "$2" "$3"',
].join('\n');

/** `sh -c` script: `$1` is the folder of PostgreSQL's socket, `$2` the database. */
export const DROP_DATABASE = [
	'PATH=$(echo /usr/lib/postgresql/*/bin):$PATH',
	'dropdb --force -h "$1" -U odoo "$2"',
].join('\n');

/** `sh -c` script: `$1` is Odoo's data folder, `$2` the original, `$3` the copy. */
export const COPY_FILES = '[ ! -d "$1/filestore/$2" ] || cp -a "$1/filestore/$2" "$1/filestore/$3"';

/** `sh -c` script: `$1` is Odoo's data folder, `$2` the database. */
export const REMOVE_FILES = 'rm -rf "$1/filestore/$2"';
