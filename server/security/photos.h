#pragma once

#include "metadata/catalogue.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::security {

/// Whether a file is the photo of somebody whom the actor may see: then its content may be shown, whoever's file it is. The file's
/// record, and all other files, stay with those who may see them.
bool is_photo_for(storage::Session& session, const metadata::CataloguePointer& catalogue, const Actor& actor, RecordId file);

}  // namespace rapport::security
