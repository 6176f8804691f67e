#!/usr/bin/env node
// Stands where Prisma expects its schema engine. It must fail: one that exits 0 makes
// `migrate deploy` and `db push` report success having done nothing.
process.stderr.write(
  "Rehearse does not use Prisma's schema engine. Migrations are applied at start; make one with `npm run migration -- NAME`.\n",
);
process.exit(97);
