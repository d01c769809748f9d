# dealdesk_layer(NAME core LINKS …): one static library per folder of src/, linking only what lies below it.
# New source files are picked up by themselves (CONFIGURE_DEPENDS); see docs/decisions/0002-globbed-sources.md.
function(dealdesk_layer name)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${name}/*.cpp" "${CMAKE_SOURCE_DIR}/src/${name}/*.h")
  add_library(dealdesk_${name} STATIC ${sources})
  target_include_directories(dealdesk_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(dealdesk_${name} PUBLIC dealdesk_flags ${arg_LINKS})
endfunction()
