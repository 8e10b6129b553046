import type { Me, ListView } from '@/api/types';

/** What somebody may do with a saved view. The server decides; this draws only what it will allow. */
export function viewRights(view: ListView, me: Me) {
  const isPublic = view.owner_id === undefined;
  const owns = isPublic ? me.administrator : view.owner_id === me.user.id;
  const saved = view.name !== '';
  const locked = view.locked === true;
  return {
    isPublic,
    locked,
    /** Save over it: members of the team may, too. */
    change: saved && !locked && (owns || !isPublic),
    /** Lock it, say who sees it. */
    own: saved && owns,
    remove: saved && owns && !locked,
  };
}
