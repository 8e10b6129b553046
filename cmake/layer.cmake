# rapport_layer(query DEPENDS metadata storage base LIBRARIES ICU::uc): one folder is one static library; a folder
# inside it that has a CMakeLists.txt is a layer of its own. Beside it: a test program from the *_test.cpp files, a
# check that every header compiles alone, and a check that the folder includes only the layers named in DEPENDS.
# TEST_DEPENDS names layers that only the tests use, such as storage/testing.
function(rapport_layer name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;TEST_DEPENDS;TEST_LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  file(GLOB_RECURSE inner_layers RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(inner_layer IN LISTS inner_layers)
    get_filename_component(folder ${inner_layer} DIRECTORY)
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
    list(FILTER headers EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
  endforeach()
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_(test|main)\\.cpp$")

  string(REPLACE "/" "_" target rapport_${name})
  add_library(${target} STATIC ${sources})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/server FILES ${headers})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/server)
  set(layers ${ARG_DEPENDS})
  set(test_layers ${ARG_TEST_DEPENDS})
  foreach(list layers test_layers)
    list(TRANSFORM ${list} REPLACE "/" "_")
    list(TRANSFORM ${list} PREPEND rapport_)
  endforeach()
  target_link_libraries(${target} PUBLIC ${layers} PRIVATE ${ARG_LIBRARIES})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)

  if(tests)
    add_executable(${target}_tests ${tests})
    target_link_libraries(${target}_tests PRIVATE ${target} ${test_layers} ${ARG_LIBRARIES} ${ARG_TEST_LIBRARIES} GTest::gmock GTest::gtest_main)
    target_compile_definitions(${target}_tests PRIVATE RAPPORT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${target}_tests --gtest_brief=1)
  endif()

  add_test(NAME layers.${name} COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/check_layers.py
           ${CMAKE_SOURCE_DIR}/server ${name} ${ARG_DEPENDS} --tests ${ARG_TEST_DEPENDS})
endfunction()
