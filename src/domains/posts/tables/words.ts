/** The platforms of the timing table. */
export const PLATFORMS = ['youtube', 'tiktok', 'instagram', 'twitter', 'linkedin', 'facebook'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Content types. Each belongs to the platform whose name it begins with. */
export const TYPES = [
  'youtube_long_form',
  'youtube_shorts',
  'tiktok_video',
  'instagram_feed',
  'instagram_reels',
  'instagram_stories',
  'instagram_carousel',
  'twitter_post',
  'twitter_thread',
  'linkedin_post',
  'linkedin_carousel',
  'facebook_post',
  'facebook_reels',
] as const;
export type ContentType = (typeof TYPES)[number];

/** Priorities, the most important one first. */
export const PRIORITIES = ['urgent', 'normal', 'low'] as const;
export type PostPriority = (typeof PRIORITIES)[number];

/** The platform that a content type belongs to. */
export const platformOf = (type: ContentType): Platform => type.slice(0, type.indexOf('_')) as Platform;
