#pragma once

#include "storage/dialect.h"

namespace rapport::storage {

const Dialect& postgres_dialect();

}  // namespace rapport::storage
