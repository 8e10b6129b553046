# libphonenumber as the target PhoneNumber::PhoneNumber: the library is installed, its headers are unpacked below build/
# (docs/decisions/0003-libphonenumber-headers.md). A system that has the headers installed is taken as it is.
set(PhoneNumber_unpacked ${CMAKE_SOURCE_DIR}/build/packages/libphonenumber/usr/include)
find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h HINTS ${PhoneNumber_unpacked})
if(NOT PhoneNumber_INCLUDE_DIR)
  execute_process(COMMAND bash ${CMAKE_SOURCE_DIR}/tools/libphonenumber.sh COMMAND_ERROR_IS_FATAL ANY)
  find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h HINTS ${PhoneNumber_unpacked})
endif()
# The plain name is a link that only the development package has.
find_library(PhoneNumber_LIBRARY NAMES phonenumber libphonenumber.so.8)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PhoneNumber REQUIRED_VARS PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR)
mark_as_advanced(PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR)

if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
  # Its headers are full of protobuf's and Abseil's.
  find_package(Protobuf REQUIRED)
  find_package(absl REQUIRED)
  add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
  set_target_properties(PhoneNumber::PhoneNumber PROPERTIES
    IMPORTED_LOCATION ${PhoneNumber_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${PhoneNumber_INCLUDE_DIR}
    INTERFACE_LINK_LIBRARIES "protobuf::libprotobuf;absl::node_hash_set")
endif()
