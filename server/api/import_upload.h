#pragma once

#include "api/call.h"
#include "imports/importer.h"

namespace rapport::api {

/// The file of an import and how to read it, as a request brings them: a form with the parts `request` (JSON) and `file`; or
/// one JSON object with the file as text in `csv`; or the file as the body and the rest in the query.
imports::Request read_import(Call& call);

}  // namespace rapport::api
