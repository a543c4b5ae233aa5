const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** The admin's own MaxMind-format files, deploy/geo/city.mmdb and asn.mmdb, as paths in the package; empty where there is none. */
const path = (name) => (existsSync(join(__dirname, 'geo', name)) ? `geo/${name}` : '');

module.exports = { city: path('city.mmdb'), asn: path('asn.mmdb') };
