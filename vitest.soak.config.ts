import { defineConfig } from 'vitest/config';

/** The long run of the model: the same schedules as in `npm test`, and many more. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/model/*.test.ts'],
    env: { MODEL_SEEDS: '2000' },
  },
});
