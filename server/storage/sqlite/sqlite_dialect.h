#pragma once

#include "storage/dialect.h"

namespace rapport::storage {

const Dialect& sqlite_dialect();

}  // namespace rapport::storage
