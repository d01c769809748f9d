# dealdesk_precompile(TARGET headers…): precompiled headers that a compiler cache can share between checkouts.
#
# GCC writes a different .gch each time, so the cache would miss whatever was compiled with another checkout's. The .sum file
# stands for it (ccache: pch_external_checksum). Only headers of installed libraries may be listed: their versions are all
# that the sum knows.
function(dealdesk_precompile target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  set(versions "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} Qt ${Qt6_VERSION} QCoro ${QCoro6_VERSION}")
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum"
       CONTENT "${versions} ${CMAKE_BUILD_TYPE} ${DEALDESK_SANITIZE} ${ARGN}\n")
endfunction()
