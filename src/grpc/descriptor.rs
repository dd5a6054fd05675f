//! The schema as data: for reflection and for JSON.

use std::sync::LazyLock;

use prost_reflect::DescriptorPool;

/// The encoded `FileDescriptorSet` of the schema and all that it imports, with
/// comments and options.
pub const DESCRIPTOR_SET: &[u8] =
    include_bytes!(concat!(env!("OUT_DIR"), "/copydesk_descriptor.bin"));

/// Full names of the services, for health and reflection.
pub const SERVICE_NAMES: [&str; 6] = [
    "copydesk.v1.AnalysisService",
    "copydesk.v1.KeywordService",
    "copydesk.v1.LanguageService",
    "copydesk.v1.ServerInfoService",
    "copydesk.v1.SimilarityService",
    "copydesk.v1.StemmingService",
];

/// The schema, decoded at its first use.
pub(super) fn pool() -> &'static DescriptorPool {
    #[expect(
        clippy::expect_used,
        reason = "our own build wrote these bytes; a test decodes them"
    )]
    static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
        DescriptorPool::decode(DESCRIPTOR_SET).expect("the descriptor set is whole")
    });
    &POOL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_of_the_schema_is_named() {
        let mut services: Vec<_> = pool()
            .services()
            .map(|service| service.full_name().to_owned())
            .collect();
        services.sort();
        assert_eq!(services, SERVICE_NAMES);
    }

    #[test]
    fn options_and_comments_are_kept() {
        let http = pool().get_extension_by_name("google.api.http").unwrap();
        for service in pool().services() {
            for method in service
                .methods()
                .filter(|method| !method.is_client_streaming())
            {
                assert!(
                    method.options().has_extension(&http),
                    "{}",
                    method.full_name()
                );
            }
        }
        let files = pool().file_descriptor_protos();
        let commented = files
            .filter(|file| file.name().starts_with("copydesk/"))
            .all(|file| file.source_code_info.is_some());
        assert!(commented);
    }
}
