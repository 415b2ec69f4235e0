import * as migration_20261123_085326_initial from './20261123_085326_initial';

export const migrations = [
  {
    up: migration_20261123_085326_initial.up,
    down: migration_20261123_085326_initial.down,
    name: '20261123_085326_initial'
  },
];
