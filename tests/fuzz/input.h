#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "base/failure.h"

namespace rapport::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

[[noreturn]] inline void finding(std::string_view what) {
    std::cerr << "finding: " << what << std::endl;
    std::abort();
}

/// Does what hostile input asks for. That it is refused is well; that something breaks on it, or is said to be broken, is a finding.
template <class Work>
void meet(Work&& work) {
    try {
        work();
    } catch (const Failure& failure) {
        bool refused = failure.kind() == FailureKind::Invalid || failure.kind() == FailureKind::NotFound || failure.kind() == FailureKind::TooLarge;
        if (!refused) finding(failure.code() + ": " + failure.what());
    } catch (const std::exception& exception) {
        finding(exception.what());
    }
}

}  // namespace rapport::fuzz
