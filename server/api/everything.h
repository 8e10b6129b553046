#pragma once

#include "documents/byte_source.h"
#include "files/files.h"
#include "metadata/catalogue.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::api {

/// Everything that is in a workspace, as it is at one moment, in forms that any program reads, as a ZIP archive:
/// catalogue.json (objects, fields, layouts), records/OBJECT.csv with those in the trash, history.csv, and the contents of files as files/ID.pdf (or what their names end
/// with); those that are damaged or missing are named in files/left_out.txt.
/// For administrators, who see all of it. Throws Failure(Forbidden, "administrator_only").
void write_everything(const files::Files& files, const metadata::CataloguePointer& catalogue, const security::Actor& actor, const documents::ByteSink& sink);

}  // namespace rapport::api
