/** Another process that writes to the SQLite file for a long time: `a-holder-of-the-write-lock.ts FILE MILLISECONDS`. */
import Database from 'libsql';

const [file = '', milliseconds = '0'] = process.argv.slice(2);
const db = new Database(file);
db.exec('PRAGMA busy_timeout = 10000');
db.exec('BEGIN IMMEDIATE');
setTimeout(() => {
  db.exec('ROLLBACK');
  process.exit(0);
}, Number(milliseconds));
