# rapport_embed(rapport_modules_sales NAMESPACE rapport::sales FUNCTION declared_files FILES account/account.json):
# puts the files into the library, as std::span<const EmbeddedFile> rapport::sales::declared_files() (base/embedded_file.h).
function(rapport_embed target)
  cmake_parse_arguments(ARG "" "NAMESPACE;FUNCTION" "FILES" ${ARGN})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp)
  list(TRANSFORM ARG_FILES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed.py ${CMAKE_CURRENT_SOURCE_DIR} ${output} ${ARG_NAMESPACE} ${ARG_FUNCTION} ${ARG_FILES}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed.py ${ARG_FILES}
    COMMENT "Embedding the ${ARG_FUNCTION} of ${target}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
