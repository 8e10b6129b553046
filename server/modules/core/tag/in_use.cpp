#include "modules/core/tag/in_use.h"

#include "base/text.h"
#include "records/tags.h"

namespace rapport::core {

void InUse::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    const metadata::Field& name = change.object.field("name");
    if (change.after[name].is_text() && change.after[name].text().find(';') != std::string_view::npos)
        return change.refuse("name", "invalid_tag", text::quoted(change.after[name].text()) + " cannot be a tag: one has 1 to 80 characters and no semicolon.");
    if (change.kind != Kind::Delete && !(change.kind == Kind::Update && change.changes("name"))) return;
    // Records have it by the same key: whoever writes it in another case changes them, too (records/tag_replacing.h).
    const bool respelled = change.kind == Kind::Update && change.actor.is_system() && records::tag_key((*change.before)[name].text()) == records::tag_key(change.after[name].text());
    if (respelled) return;
    if (change.session.value("SELECT 1 FROM record_tag WHERE tag = ?1 LIMIT 1", {records::tag_key((*change.before)[name].text())}))
        change.refuse("name", "tag_in_use", "Records have this tag: rename it, merge it with another or take it off all of them by the tag's own actions.");
}

}  // namespace rapport::core
