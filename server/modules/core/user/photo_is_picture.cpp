#include "modules/core/user/photo_is_picture.h"

#include "files/kind.h"

namespace rapport::core {

void PhotoIsPicture::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind != Kind::Create && change.kind != Kind::Update) return;
    if (!change.changes("photo_id") || change.after["photo_id"].is_null()) return;
    auto kind = change.session.value("SELECT content_type FROM file WHERE id = ?1 AND sha256 IS NOT NULL", {change.after["photo_id"]});
    if (!kind || !kind->is_text() || !files::is_picture(kind->text())) change.refuse("photo_id", "not_a_picture", "A photo is a picture that is kept here, such as PNG or JPEG.");
}

}  // namespace rapport::core
