/** The program failed; starting it again may help. */
export const FAILED = 1;
/** The command line is wrong. */
export const WRONG_USAGE = 2;
/** Its settings are wrong or Discord refuses its token, so that starting it again cannot help: EX_CONFIG of sysexits.h. */
export const WRONG_SETTINGS = 78;
/**
 * Of a process that a manager has started: Discord wants more connections for so many servers. Only the manager, which ends too, knows
 * whether Discord is asked again for their number when the bot is started again.
 */
export const TOO_FEW_CONNECTIONS = 79;

/** The exit code for an error that ends the program: what it says itself, or `FAILED`. */
export function exitCodeOf(error: unknown): number {
  return error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number'
    ? error.exitCode
    : FAILED;
}
