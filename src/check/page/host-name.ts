/** Kinds of unit systemd knows (systemd.unit(5)). */
const UNIT = /\.(?:service|socket|device|mount|automount|swap|target|path|timer|slice|scope)$/

/** Endings of files that stand where a machine could: `icon@2x.png`, `dump@monday.sql`. */
const FILE =
  /\.(?:json|ya?ml|toml|conf|cfg|ini|env|lock|log|txt|md|csv|sql|dump|bak|tar|t?gz|bz2|xz|zst|zip|deb|rpm|png|jpe?g|gif|svg|webp|ico|pdf|pem|crt|key|csr|[cm]?jsx?|tsx?|css|html?|py|sh)$/i

/** `v6.15.0` of `action@v6.15.0`, `1.4.x`. */
const VERSION = /^v?\d+(?:\.(?:\d+|x))+(?:[-+.]\w+)*$/

/** Whether a name with dots, as it stands after an `@`, may be that of a machine: not a unit of systemd, a file or a version. */
export const mayBeHost = (name: string): boolean => !UNIT.test(name) && !FILE.test(name) && !VERSION.test(name)
