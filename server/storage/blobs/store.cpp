#include "storage/blobs/store.h"

#include "base/failure.h"
#include "base/log.h"

namespace rapport::storage::blobs {

void content_is_missing(const Address& address) {
    log::error("The content {} is missing from where files are stored.", address.text());
    throw Failure(FailureKind::Unavailable, "content_missing",
                  "The content of this file is not where files are stored. An administrator can bring it back from a backup: " + address.text() + ".");
}

}  // namespace rapport::storage::blobs
