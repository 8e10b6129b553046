#include "metadata/current_tables.h"

namespace rapport::metadata {

CataloguePointer newer_catalogue(Registry& registry, const Catalogue& seen, const Failure& failure) {
    if (failure.code() == "stale_plan") return registry.current();
    if (failure.code() != "schema_mismatch") throw failure;
    // Tables change before other processes, and other threads, hear of it.
    registry.refresh();
    CataloguePointer current = registry.current();
    if (current->version() == seen.version()) throw failure;
    return current;
}

Failure unexpected_type() { return Failure(FailureKind::Internal, "schema_mismatch", "A value is of another type than its field."); }

Failure objects_changing() {
    return Failure(FailureKind::Unavailable, "objects_changing", "Objects and fields are being changed at this moment. Nothing was done; try again.");
}

}  // namespace rapport::metadata
