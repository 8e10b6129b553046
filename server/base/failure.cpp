#include "base/failure.h"

namespace rapport {

Failure invalid_field(const Problem& problem) {
    return Failure(FailureKind::Invalid, problem.code, problem.message, {problem});
}

void ensure(bool condition, std::string_view why) {
    if (!condition) throw Failure(FailureKind::Internal, "internal_error", "Broken promise in the program: " + std::string(why));
}

}  // namespace rapport
