#pragma once

#include "documents/byte_source.h"
#include "metadata/catalogue.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::api {

/// Everything that is in a workspace, as it is at one moment, in forms that any program reads, as a ZIP archive:
/// catalogue.json (objects, fields, layouts), records/OBJECT.csv with those in the trash, and history.csv.
/// For administrators, who see all of it. Throws Failure(Forbidden, "administrator_only").
void write_everything(storage::Database& database, const metadata::CataloguePointer& catalogue, const security::Actor& actor, const documents::ByteSink& sink);

}  // namespace rapport::api
