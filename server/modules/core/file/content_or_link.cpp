#include "modules/core/file/content_or_link.h"

namespace rapport::core {

void ContentOrLink::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind != Kind::Create && change.kind != Kind::Update) return;
    const bool has_content = !change.after["sha256"].is_null();
    const bool has_link = !change.after["url"].is_null();
    if (!has_content && !has_link) change.refuse("url", "required", "A file has a content or a link: send the content to POST /api/v1/files, or say where it is.");
    if (has_content && has_link) change.refuse("url", "not_a_link", "The content of this file is kept here: make another file for the link.");
    if (change.kind == Kind::Create || !has_content) return;
    for (const char* field : {"size", "content_type"})
        if (change.changes(field)) change.refuse(field, "read_only", change.object.field(field).label + " was found out from the content and cannot be set.");
}

}  // namespace rapport::core
