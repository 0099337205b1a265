/**
 * What judges and shows a reader's own keys and sign-ins: a chunk that nobody fetches who calls the sandbox with its
 * public key, which may do everything.
 */
export { KeepField } from './KeepField.tsx';
export { PermissionNotice } from './PermissionNotice.tsx';
export { scopeHint } from './operation-access.ts';
export { missingPermissionOf } from './missing-permission.ts';
export { SignInField } from './SignInField.tsx';
